import 'mailhold/cypress'
